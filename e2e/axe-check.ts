import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * axe takes joined Arabic letters for the ligatures of an icon font and leaves their contrast unmeasured.
 * It finds out by drawing a whole word on a canvas: shown one letter of it, it measures.
 */
export const withoutLigatures = () => {
  const draw = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    draw.call(this, text.charAt(0), x, y);
  };
};

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** All of A and AA that axe knows, with two rules that it holds for experiments. */
export const violationsOn = async (page: Page) => {
  const rules = {
    'label-content-name-mismatch': { enabled: true },
    'css-orientation-lock': { enabled: true },
  };
  return (await new AxeBuilder({ page }).options({ rules }).withTags(tags).analyze()).violations;
};
