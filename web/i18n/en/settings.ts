import type { Messages } from '../messages.ts';

export const settings: Messages['settings'] = {
  title: 'Settings',
  warning: {
    title: 'Warning level',
    none: 'No warning level is in force',
    line: (text) => `Warning level: ${text}`,
    noneDeclared: 'none in force',
    everywhere: 'the whole city',
    districts: (count) => `${count} ${count === 1 ? 'district' : 'districts'}`,
    badge: (level, name, where) => `Warning level ${level}: ${name}, ${where}`,
    level: (level) => `Warning level ${level}`,
    inForceSince: (moment, by) => `${moment}, ${by}`,
    change: 'Set or change',
    lift: 'Lift all',
    formTitle: 'Levels to set, and where',
    notInForce: 'Not in force',
    chosen: 'Chosen districts',
    noDistricts: 'There are no districts yet, so a level is for the whole city.',
    note: 'Reason or note (optional)',
    setBy: 'Office and name of who sets it',
    save: 'Set',
    saving: 'Saving',
    cancel: 'Cancel',
    done: 'The warning level was changed',
    lifted: 'The warning level was lifted',
    history: 'Declarations so far',
    noteOfSupport: 'People who need support leave at level 3.',
    districtMissing: 'Choose at least one district, or the whole city.',
  },
  keepPeople: {
    title: 'Copy for when there is no network',
    explain:
      'What was loaded last is kept on this device and shown when the server cannot be reached. What is about people is encrypted, and cannot be read any more once the window is closed.',
    keep: (hours) =>
      `Keep lists of people readable on this device for up to ${hours} hours after the window is closed`,
    shared: 'Do not choose this on a device that others use.',
    forget: 'Delete everything kept on this device',
    forgotten: 'The copy was deleted.',
  },
  zoneDataLimit: {
    title: 'Limit of age of zone data',
    explain:
      'The start page warns of zone data that is older than this. By law slopes are surveyed about every five years.',
    label: 'Limit (years)',
    save: 'Change the limit',
    changed: (before, after) => `The limit was changed from ${before} to ${after} years`,
  },
  margin: {
    title: 'Margin',
    explain:
      'Where a zone lies within the error of a position plus this distance, the person is near it or cannot be judged.',
    label: 'Margin (metres)',
    save: 'Change and check again',
    started: 'Everybody is being checked again; list and map follow when it has ended.',
    changed: (before, after) => `The margin was changed from ${before} to ${after}`,
  },
};
