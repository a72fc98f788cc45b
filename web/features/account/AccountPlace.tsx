import { REACH_LABELS } from '#domain/access/explain';
import { PERSON_RULES } from '#domain/access/policy';
import { ROLE_LABELS } from '#domain/access/roles';
import { useOwnFacilities } from '../../api/own-facilities.ts';
import { useAccount } from '../../api/session.ts';
import { useWords } from '../../i18n/use-words.ts';
import { FactRow, Facts } from '../../ui/Facts.tsx';
import { PasswordSection } from './PasswordSection.tsx';
import { SecondFactorSection } from './SecondFactorSection.tsx';
import { SessionsSection } from './SessionsSection.tsx';

/** One's own account: who one is here, password, second step, and where one is signed in. */
export default function AccountPlace() {
  const words = useWords();
  const say = words.account.own;
  const account = useAccount();
  const facilities = useOwnFacilities();
  if (account === null) return null;
  const { reach } = PERSON_RULES[account.role];
  return (
    <div className="min-h-0 flex-1 overflow-y-auto bg-surface-soft">
      <div className="mx-auto flex max-w-4xl flex-col gap-6 p-6 max-sm:p-3">
        <h2 className="text-24 font-bold">{say.title}</h2>
        <section className="rounded-12 bg-surface p-5">
          <Facts>
            <FactRow label={say.name}>{account.displayName}</FactRow>
            <FactRow label={say.loginName}>{account.loginName}</FactRow>
            <FactRow label={say.role}>{words.pick(ROLE_LABELS[account.role])}</FactRow>
            {facilities.length > 0 && (
              <FactRow label={say.facilities}>{facilities.join(words.comma)}</FactRow>
            )}
            {reach === 'facility' || reach === 'own' ? (
              // These see by plans and not by districts.
              <FactRow label={say.whom}>{words.pick(REACH_LABELS[reach])}</FactRow>
            ) : (
              <FactRow label={say.districts}>
                {account.districts?.join(words.comma) ?? say.allDistricts}
              </FactRow>
            )}
          </Facts>
        </section>
        {account.isLocal ? (
          <>
            <PasswordSection />
            <SecondFactorSection isOn={account.hasSecondFactor} />
          </>
        ) : (
          <p className="rounded-12 bg-surface p-5">{say.bySso}</p>
        )}
        <SessionsSection />
      </div>
    </div>
  );
}
