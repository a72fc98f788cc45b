import { CopyButton } from '../../../ui/CopyButton.tsx';
import { usePublishWords } from './use-publish-words.ts';

/** The page that everybody sees without signing in, and the same as files. */
export function PublicAddress({ path }: { readonly path: string }) {
  const say = usePublishWords();
  const url = `${location.origin}${path}`;
  const link = 'text-action underline';
  return (
    <div className="flex flex-col gap-1">
      <p className="text-14 font-bold">{say.address}</p>
      <p className="break-all" data-address={path}>
        {url}
      </p>
      <p className="flex flex-wrap items-center gap-4">
        <a className={link} href={path} target="_blank" rel="noreferrer">
          {say.open}
        </a>
        <a className={link} href="/public/drills" target="_blank" rel="noreferrer">
          {say.allPublished}
        </a>
        <CopyButton label={say.copyLabel} text={url} />
        <span className="text-14">{say.files}</span>
        {(['pdf', 'csv', 'json'] as const).map((kind) => (
          <a key={kind} className={link} href={`${path}.${kind}`} target="_blank" rel="noreferrer">
            {kind.toUpperCase()}
          </a>
        ))}
      </p>
    </div>
  );
}
