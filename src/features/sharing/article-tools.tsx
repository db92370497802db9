import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import type { Article } from '#contract/article';
import { isLanguageCode, type LanguageCode } from '#contract/languages';
import type { Site } from '#contract/site';
import { createFormat, type Format } from '#i18n/format.ts';
import { loadLateWords } from '#i18n/i18n.ts';
import { useLanguage } from '#i18n/language.tsx';
import { useTranslation } from '#i18n/words.ts';
import { siteQuery } from '#platform/site-queries.ts';
import { partsOf } from './article-parts.ts';
import styles from './article-tools.module.css';
import { BlockLink } from './block-link.tsx';
import { copyText, type Copy } from './copy-text.ts';
import { ManualCopy } from './manual-copy.tsx';
import { namedBlock } from './named-block.ts';
import { PassageToolbar } from './passage-toolbar.tsx';
import type { Source } from './quotation.ts';
import { ShareActions } from './share-actions.tsx';
import type { Shared } from './share-row.tsx';

/** The tools of an article's text, once their words have come. */
export function ArticleTools(shared: Shared) {
  const { code } = useLanguage();
  const [spoken, setSpoken] = useState<LanguageCode>();
  useEffect(() => {
    // Where they do not come, the browser's own copying stays.
    loadLateWords(code).then(
      () => setSpoken(code),
      () => {},
    );
  }, [code]);
  return spoken === code && <Tools {...shared} />;
}

/** A selected passage's tools, and each block's link. */
function Tools(shared: Shared) {
  const { article, url } = shared;
  const { t } = useTranslation('sharing');
  const { format } = useLanguage();
  const { data: site } = useSuspenseQuery(siteQuery);
  const parts = useMemo(() => partsOf(article), [article]);
  const [said, setSaid] = useState({ words: '', isShown: false });
  const [byHand, setByHand] = useState<string>();
  const nameBlock = useMarkedBlock();
  const copyBy =
    (isShown: boolean): Copy =>
    async (text, words, html) => {
      setSaid({ words: '', isShown: false });
      const isCopied = await copyText(text, html);
      if (isCopied) setSaid({ words, isShown });
      else setByHand(text);
      return isCopied;
    };
  // A button that says itself that it has copied is only to be heard.
  const copy = copyBy(false);
  return (
    <div className={styles['tools']}>
      <ShareActions {...shared} copy={copy} />
      <BlockLink url={url} copy={copyBy(true)} onNamed={nameBlock} />
      <PassageToolbar
        parts={parts}
        source={sourceOf(article, url, site, format)}
        copy={copy}
        onShown={() => setSaid({ words: t('reach'), isShown: false })}
      />
      <p role="status" className={said.isShown ? styles['said'] : 'visually-hidden'}>
        {said.words}
      </p>
      {byHand !== undefined && <ManualCopy text={byHand} onClose={() => setByHand(undefined)} />}
    </div>
  );
}

/** Names and date as the article's own language writes them, where the interface knows it. */
function sourceOf(article: Article, url: string, site: Site, format: Format): Source {
  const { lang, dir, title, authors, publishedAt } = article;
  const code = lang.split('-')[0];
  const own = isLanguageCode(code) ? createFormat(code, site) : format;
  const names = own.names(authors.map(({ name }) => name)).map(({ text }) => text);
  return {
    lang,
    dir,
    authors: authors.length === 0 ? undefined : names.join(''),
    title,
    paper: site.name,
    date: own.shortDate(publishedAt),
    url,
  };
}

/**
 * Marks the block that the address names; the browser does so only for one reached by a link of its own.
 * Gives what says that the address names another now, without the router's doing.
 */
function useMarkedBlock(): (hash: string) => void {
  const { key, hash } = useLocation();
  const [named, setNamed] = useState({ key, hash });
  const current = named.key === key ? named.hash : hash;
  useEffect(() => {
    const name = namedBlock(current);
    const block = name && document.getElementById(name.id);
    if (name?.isUnread) block?.scrollIntoView();
    block?.toggleAttribute('data-marked', true);
    return () => void block?.toggleAttribute('data-marked', false);
  }, [current]);
  return (hash) => setNamed({ key, hash });
}
