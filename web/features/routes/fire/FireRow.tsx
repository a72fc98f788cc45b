import { bboxOf } from '#domain/geo/bbox';
import { formatNumber } from '../../../i18n/format.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { askToLookAt } from '../../../state/look-at.ts';
import { changeView } from '../../../state/use-view.ts';
import { Button } from '../../../ui/Button.tsx';
import { useFireWords } from '../use-fire-words.ts';
import { AnswerMark } from './AnswerMark.tsx';
import { type FirePerson, hoseText, minutesText, remarksOf, walkMeters } from './fire-rows.ts';

/** Somebody with how the vehicle comes there, and below it what is not known of the way. */
export function FireRow(props: { readonly person: FirePerson; readonly isSelected: boolean }) {
  const { person, isSelected } = props;
  const words = useWords();
  const say = useFireWords();
  const { reach } = person;
  const remarks = remarksOf(person, words, say);
  const none = '–';
  return (
    <tbody
      data-fire-row={person.id}
      className={`border-b border-line ${isSelected ? 'bg-action-soft' : ''}`}
    >
      <tr className="align-top">
        <th scope="row" className="w-[28%] text-left">
          <button
            type="button"
            aria-current={isSelected ? 'true' : undefined}
            className="focus-inset min-h-11 w-full py-1.5 text-left hover:bg-surface-soft"
            onClick={() => changeView({ selection: { kind: 'resident', id: person.id } })}
          >
            <span className="font-bold text-action underline">{person.name}</span>
            <span className="block font-normal">{person.district ?? say.result.noDistrict}</span>
          </button>
        </th>
        <td className="py-1.5 pl-2">
          <AnswerMark answer={person.answer} />
          <span className={person.answer === 'reached' ? '' : 'font-bold'}>
            {say.result.answers[person.answer]}
          </span>
        </td>
        <td className="number py-1.5 pl-2 text-right">
          {reach === null ? none : minutesText(reach.seconds, say)}
        </td>
        <td className="number py-1.5 pl-2 text-right">
          {reach === null ? none : formatNumber(Math.round(walkMeters(reach)))}
        </td>
        <td className="py-1.5 pl-2">{reach === null ? none : hoseText(reach, words, say)}</td>
      </tr>
      {(remarks.length > 0 || (isSelected && reach !== null)) && (
        <tr>
          <td colSpan={5} className="pb-2 pl-2 text-ink-soft">
            {isSelected && reach !== null && (
              <>
                <Button
                  className="not-printed mb-1 px-2 text-14"
                  onPress={() => {
                    changeView({ tab: 'map' }, 'replace');
                    askToLookAt(bboxOf([reach.lastPoint.position, person.position]));
                  }}
                >
                  {say.list.showWalk}
                </Button>
                <p className="break-words">{say.list.station(reach.station)}</p>
              </>
            )}
            {remarks.map((line) => (
              <p key={line} className="break-words">
                {line}
              </p>
            ))}
          </td>
        </tr>
      )}
    </tbody>
  );
}
