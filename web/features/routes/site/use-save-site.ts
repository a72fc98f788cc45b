import { useState } from 'react';
import type { NewSiteOverride, SiteOverrideDetail } from '#contract/site-override';
import { ApiError } from '../../../api/client.ts';
import {
  addSitePhoto,
  changeSiteOverride,
  createSiteOverride,
  fetchSiteOverride,
} from '../../../api/fire.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { useSiteWords } from '../use-fire-words.ts';
import { changePlan } from '../use-plan.ts';
import { draftOf, keepDraft, readDraft, type SiteDraft } from './site-draft.ts';
import type { Site } from './use-site.ts';

interface Saving {
  readonly code: string;
  readonly draftKey: string;
  readonly draft: SiteDraft;
  readonly road: NewSiteOverride['road'];
  readonly site: Site;
}

/** Stores a draft; where somebody else was first, both versions are there and nothing is lost. */
export function useSaveSite({ code, draftKey, draft, road, site }: Saving) {
  const words = useWords();
  const say = useSiteWords().form;
  const [isTried, setTried] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [stale, setStale] = useState<SiteOverrideDetail | null>(null);

  const store = async (given: SiteDraft): Promise<void> => {
    setTried(true);
    setFailure(null);
    const read = readDraft(given);
    if (!read.ok) return;
    setSaving(true);
    const { base } = given;
    const { facts, expiresAt } = read;
    try {
      const stored =
        base === null
          ? await createSiteOverride(code, { road, facts, expiresAt })
          : await changeSiteOverride(code, base.id, { version: base.version, facts, expiresAt });
      const left = await sendPhotos(code, stored.id, given.photos);
      if (left.length > 0) {
        // What is stored stays so, and the next press sends the photos that are left.
        keepDraft(draftKey, { ...given, base: stored, photos: left });
        await site.refresh();
        return setFailure(say.photoFailed(String(left.length)));
      }
      setStale(null);
      keepDraft(draftKey, null);
      site.offerFormer(stored, base);
      changePlan({ site: null });
      await site.refresh();
      focusOn(stored.id);
    } catch (error) {
      await explain(error, base?.id);
    } finally {
      setSaving(false);
    }
  };
  const explain = async (error: unknown, id: string | undefined) => {
    const problem = error instanceof ApiError ? error.problem : null;
    if (problem?.code === 'site-override.stale' && id !== undefined) {
      const now = await fetchSiteOverride(code, id).catch(() => null);
      if (now !== null) return setStale(now);
    }
    setFailure(problem === null ? say.failed : `${words.pick(problem.messages)} ${say.kept}`);
  };
  return {
    isTried,
    isSaving,
    failure,
    stale,
    save: () => store(draft),
    /** Over what stands now; as a record of its own where that was taken back. */
    keepMine() {
      const base = stale?.state === 'taken-back' ? null : stale;
      const mine = { ...draft, base };
      keepDraft(draftKey, mine);
      setStale(null);
      void store(mine);
    },
    takeTheirs() {
      if (stale === null) return;
      keepDraft(draftKey, stale.state === 'taken-back' ? null : draftOf(stale));
      setStale(null);
      if (stale.state === 'taken-back') changePlan({ site: null });
      void site.refresh();
    },
  };
}

/** @returns those that could not be sent */
async function sendPhotos(code: string, id: string, photos: readonly File[]): Promise<File[]> {
  const left: File[] = [];
  for (const photo of photos) await addSitePhoto(code, id, photo).catch(() => left.push(photo));
  return left;
}

/** The keyboard goes on at what was stored. */
function focusOn(id: string): void {
  setTimeout(() => document.querySelector<HTMLElement>(`[data-site="${id}"] button`)?.focus(), 0);
}
