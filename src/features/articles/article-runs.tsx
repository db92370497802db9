import type { ReactNode } from 'react';
import type { Run } from '#contract/article';
import { textOfRuns } from '#contract/block-anchors';
import { type Direction, directionOf } from '#contract/languages';
import { directionWithin } from '#contract/text/direction';
import { useLanguage } from '#i18n/language.tsx';
import { DirectedText } from '#ui/directed-text.tsx';

interface Props {
  runs: readonly Run[];
  /** Direction of what the block stands in, unless the block says its own. */
  within?: Direction | undefined;
}

/** The text of a block: emphasis, code, links, and runs in a language of their own. */
export function ArticleRuns({ runs, within }: Props) {
  // Runs have no identity but their place, and an article's text does not change under its reader.
  const views = runs.map((run, index) => <RunView key={index} run={run} />);
  const dir = within && directionWithin(textOfRuns(runs), within);
  return dir === undefined ? views : <bdi dir={dir}>{views}</bdi>;
}

function RunView({ run }: { run: Run }): ReactNode {
  const { shown } = useLanguage();
  let text: ReactNode = run.code ? (
    <code dir="ltr">{run.text}</code>
  ) : (
    <DirectedText text={shown(run.text)} />
  );
  if (run.em) text = <em>{text}</em>;
  if (run.strong) text = <strong>{text}</strong>;
  if (run.href !== undefined) {
    // Spelt out on paper, unless it is so already.
    text = (
      <a href={run.href} data-spelt={run.href.endsWith(run.text) || undefined}>
        {text}
      </a>
    );
  }
  if (run.lang === undefined && run.dir === undefined) return text;
  return (
    <bdi lang={run.lang} dir={run.dir ?? (run.lang === undefined ? undefined : directionOf(run.lang))}>
      {text}
    </bdi>
  );
}
