/** How Teams draws cards, near enough to judge them by: its colours, sizes and spaces, light and dark. */
interface Theme {
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
  readonly card: string;
  readonly emphasis: string;
  readonly goodBack: string;
  readonly warningBack: string;
  readonly attentionBack: string;
  readonly accentBack: string;
  readonly line: string;
}

const LIGHT: Theme = {
  text: '#242424',
  subtle: '#616161',
  accent: '#5b5fc7',
  good: '#0e700e',
  warning: '#8a5300',
  attention: '#b10e1c',
  card: '#ffffff',
  emphasis: '#f5f5f5',
  goodBack: '#e7f2da',
  warningBack: '#fbf0d6',
  attentionBack: '#fcf4f6',
  accentBack: '#e8ebfa',
  line: '#e0e0e0',
};

const DARK: Theme = {
  text: '#ffffff',
  subtle: '#adadad',
  accent: '#9299f7',
  good: '#92c353',
  warning: '#f8d22a',
  attention: '#f87c86',
  card: '#292929',
  emphasis: '#1f1f1f',
  goodBack: '#1a3316',
  warningBack: '#3d2f00',
  attentionBack: '#3b1519',
  accentBack: '#2b2b52',
  line: '#4d4d4d',
};

const pair = (color: string, subtle = color): object => ({ default: color, subtle });

const style = (theme: Theme, backgroundColor: string): object => ({
  backgroundColor,
  foregroundColors: {
    default: pair(theme.text, theme.subtle),
    dark: pair(theme.text, theme.subtle),
    light: pair(theme.text, theme.subtle),
    accent: pair(theme.accent),
    good: pair(theme.good),
    warning: pair(theme.warning),
    attention: pair(theme.attention),
  },
});

const hostConfig = (theme: Theme): object => ({
  supportsInteractivity: true,
  fontFamily: 'Segoe UI, Selawik, Noto Sans, DejaVu Sans, sans-serif',
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: theme.line },
  containerStyles: {
    default: style(theme, theme.card),
    emphasis: style(theme, theme.emphasis),
    good: style(theme, theme.goodBack),
    warning: style(theme, theme.warningBack),
    attention: style(theme, theme.attentionBack),
    accent: style(theme, theme.accentBack),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline', inlineTopMargin: 16 },
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { spacing: 4, color: 'attention', size: 'small' },
  },
});

export const HOST_CONFIGS = { light: hostConfig(LIGHT), dark: hostConfig(DARK) } as const;

const themed = (name: string, theme: Theme): string => `
  body.${name} { background: ${theme.card}; color: ${theme.text}; }
  body.${name} input, body.${name} textarea, body.${name} select { background: ${theme.emphasis}; color: ${theme.text}; border: 1px solid ${theme.line}; }
  body.${name} .ac-pushButton { background: ${theme.card}; color: ${theme.text}; border: 1px solid ${theme.line}; }
  body.${name} .ac-pushButton.style-positive { background: #5b5fc7; color: #fff; border-color: #5b5fc7; }
  body.${name} .at, body.${name} a { color: ${theme.accent}; }
`;

export const PAGE_STYLE = `
  body { margin: 0; }
  main { padding: 0; }
  input:not([type]), input[type=text], input[type=date], textarea, select { box-sizing: border-box; width: 100%; padding: 6px 10px; border-radius: 4px; font: 14px 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif; }
  textarea { min-height: 64px; }
  .ac-pushButton { padding: 6px 14px; border-radius: 4px; font: 600 14px 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif; }
  .ac-actionSet { flex-wrap: wrap; row-gap: 8px; }
  .ac-input-container label, label { font-family: inherit; font-size: 14px; }
  ${themed('light', LIGHT)} ${themed('dark', DARK)}
`;
