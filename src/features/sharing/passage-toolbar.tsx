import { useLayoutEffect, useRef, useState, type MouseEvent } from 'react';
import { useTranslation } from '#i18n/words.ts';
import type { Part } from './article-parts.ts';
import styles from './article-tools.module.css';
import type { Copy } from './copy-text.ts';
import { partElements, textsElsewhere } from './page-parts.ts';
import { placeBeside } from './place-beside.ts';
import { quotation, type Source } from './quotation.ts';
import { canShareBySystem, shareBySystem } from './system-share.ts';
import { textFragment } from './text-fragment.ts';
import { useSelected } from './use-selected.ts';
import { useToolbarKeys } from './use-toolbar-keys.ts';

type What = 'quotation' | 'link' | 'blockLink';

interface Props {
  parts: readonly Part[];
  source: Source;
  copy: Copy;
  onShown: () => void;
}

/** What can be done with the passage that a reader has selected; gone with the selection. */
export function PassageToolbar({ parts, source, copy, onShown }: Props) {
  const { t } = useTranslation('sharing');
  const toolbar = useRef<HTMLDivElement>(null);
  const [selected, dismiss] = useSelected(parts, toolbar);
  const [copied, setCopied] = useState<{ what: What; of: typeof selected }>();
  useToolbarKeys(toolbar, selected, dismiss);
  useLayoutEffect(() => {
    if (selected === undefined || toolbar.current === null) return;
    // On phones its place is the window's end, away from the system's own handles and menu.
    if (!matchMedia('(pointer: coarse)').matches) placeBeside(toolbar.current, selected.range);
    onShown();
    // oxlint-disable-next-line react/exhaustive-deps -- said once a selection
  }, [selected]);
  if (selected === undefined) return null;

  const link = () => source.url + textFragment(parts, selected.passage, textsElsewhere(partElements(parts)));
  const quote = (url: string) => quotation(selected.text, { ...source, url });
  const copyQuotation = async () => {
    const { text, html } = quote(link());
    if (await copy(text, t('quotationCopied'), html)) setCopied({ what: 'quotation', of: selected });
  };
  const copyLink = async () => {
    const url = link();
    // What cannot be told from its like has only its block's link.
    const what = url.includes(':~:') ? 'link' : 'blockLink';
    if (await copy(url, t(`${what}Copied`))) setCopied({ what, of: selected });
  };
  const share = () => {
    const url = link();
    shareBySystem({ title: source.title, text: quote(url).words, url });
  };
  const done = copied?.of === selected ? copied.what : undefined;
  return (
    <div ref={toolbar} role="group" aria-label={t('tools')} className={styles['toolbar']}>
      <button type="button" onMouseDown={keepSelection} onClick={() => void copyQuotation()}>
        {t(done === 'quotation' ? 'quotationCopied' : 'copyQuotation')}
      </button>
      <button type="button" onMouseDown={keepSelection} onClick={() => void copyLink()}>
        {t(done === 'link' || done === 'blockLink' ? `${done}Copied` : 'copyLink')}
      </button>
      {canShareBySystem() && (
        <button type="button" onMouseDown={keepSelection} onClick={share}>
          {t('share')}
        </button>
      )}
    </div>
  );
}

/** A press must not take away what it is about. */
const keepSelection = (event: MouseEvent) => event.preventDefault();
