import { WARNING_LEVELS } from '#domain/warning/warning-level';
import { useWords } from '../../../i18n/use-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { PanelSection } from '../../../ui/PanelSection.tsx';
import { useDrillWords } from '../use-drill-words.ts';
import { NumberField, SelectField } from './fields.tsx';
import { InjectRows } from './InjectRows.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import { RoadList } from './RoadList.tsx';
import { useScenario } from './use-scenario.ts';

/** What the drill supposes: levels, night, rain, power, roads, who does not come, and what is told when. */
export function ScenarioPart() {
  const say = useDrillWords().scenario;
  const { scenario, set, mayWrite, code } = useScenario();
  return (
    <>
      <Levels />
      <PanelSection title={useDrillWords().parts.scenario}>
        <fieldset disabled={!mayWrite} className="flex flex-wrap gap-x-6">
          {(['isNight', 'isRain', 'isPowerCut'] as const).map((one) => (
            <Checkbox
              key={one}
              label={say[one]}
              isChecked={scenario[one]}
              onChange={(isSo) => set({ [one]: isSo })}
            />
          ))}
        </fieldset>
      </PanelSection>
      <PanelSection title={say.closedRoads}>
        <RoadList
          code={code}
          label={say.closedRoads}
          roads={scenario.closedRoads}
          onChange={mayWrite ? (closedRoads) => set({ closedRoads }) : null}
        />
      </PanelSection>
      <Shortfalls />
      <InjectRows />
    </>
  );
}

function Levels() {
  const words = useWords();
  const say = useDrillWords().scenario;
  const { scenario, update, set, mayWrite } = useScenario();
  const { levels } = scenario;
  const put = (at: number, next: Partial<(typeof levels)[number]>, field: string) =>
    set({ levels: levels.with(at, { ...levels[at]!, ...next }) }, field);
  return (
    <PanelSection title={say.levels}>
      {levels.length === 0 && <p>{say.noLevels}</p>}
      <ul className="flex flex-col gap-2">
        {levels.map(({ minute, level }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a level has no other name
          <li key={at} className="grid grid-cols-[1fr_1fr_auto] items-end gap-2">
            <NumberField
              label={say.minute}
              path={`scenario/levels/${at}/minute`}
              value={minute}
              onChange={(next) => put(at, { minute: next ?? 0 }, `level ${at}`)}
            />
            <SelectField
              label={say.level}
              path={`scenario/levels/${at}/level`}
              value={String(level)}
              choices={WARNING_LEVELS.map((one) => [String(one), String(one)])}
              onChange={(next) => {
                const found = WARNING_LEVELS.find((one) => String(one) === next);
                if (found !== undefined) put(at, { level: found }, `level ${at} level`);
              }}
            />
            <RemoveButton
              name={`${say.level} ${level}${words.dot}${minute}`}
              onRemove={() => set({ levels: levels.toSpliced(at, 1) })}
              onUndo={() =>
                update((was) => ({ levels: was.levels.toSpliced(at, 0, { minute, level }) }))
              }
            />
          </li>
        ))}
      </ul>
      {mayWrite && (
        <Button
          className="self-start"
          onPress={() => {
            const last = levels.at(-1);
            const next = { minute: (last?.minute ?? -30) + 30, level: last === undefined ? 3 : 4 };
            set({ levels: [...levels, next as (typeof levels)[number]] });
          }}
        >
          {say.addLevel}
        </Button>
      )}
    </PanelSection>
  );
}

function Shortfalls() {
  const words = useWords();
  const say = useDrillWords().scenario;
  const { scenario, manual, update, set, mayWrite } = useScenario();
  const { shortfalls } = scenario;
  const [firstRole] = manual.roles;
  const put = (at: number, next: Partial<(typeof shortfalls)[number]>, field: string) =>
    set({ shortfalls: shortfalls.with(at, { ...shortfalls[at]!, ...next }) }, field);
  return (
    <PanelSection title={say.shortfalls}>
      <ul className="flex flex-col gap-2">
        {shortfalls.map(({ roleId, missing }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: it has no other name
          <li key={at} className="grid grid-cols-[2fr_1fr_auto] items-end gap-2">
            <SelectField
              label={say.role}
              path={`scenario/shortfalls/${at}/roleId`}
              value={roleId}
              choices={manual.roles.map(({ id, label }) => [id, words.pick(label)])}
              onChange={(next) => put(at, { roleId: next }, `shortfall ${at} role`)}
            />
            <NumberField
              label={say.missing}
              path={`scenario/shortfalls/${at}/missing`}
              value={missing}
              onChange={(next) => put(at, { missing: next ?? 0 }, `shortfall ${at}`)}
            />
            <RemoveButton
              name={say.shortfalls}
              onRemove={() => set({ shortfalls: shortfalls.toSpliced(at, 1) })}
              onUndo={() =>
                update((was) => ({
                  shortfalls: was.shortfalls.toSpliced(at, 0, { roleId, missing }),
                }))
              }
            />
          </li>
        ))}
      </ul>
      {mayWrite && firstRole !== undefined && (
        <Button
          className="self-start"
          onPress={() => set({ shortfalls: [...shortfalls, { roleId: firstRole.id, missing: 1 }] })}
        >
          {say.addShortfall}
        </Button>
      )}
    </PanelSection>
  );
}
