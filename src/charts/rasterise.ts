import type { ResvgRenderOptions } from '@resvg/resvg-js';
import type { Pixels } from './png';

/** The font that draws the pictures; it comes with the project, so that they look alike on every machine. */
export const PICTURE_FONT = 'Public Sans';

/** Pixels to a unit of the drawing: fine enough for dense screens, and two pictures find room in the fullest card. */
const ZOOM = 1.5;

/** How the rasteriser draws: by no font but the project's own. */
export const rasteriserOptions = (): ResvgRenderOptions => ({
  fitTo: { mode: 'zoom', value: ZOOM },
  font: {
    loadSystemFonts: false,
    fontFiles: [
      require.resolve('@expo-google-fonts/public-sans/400Regular/PublicSans_400Regular.ttf'),
      require.resolve('@expo-google-fonts/public-sans/700Bold/PublicSans_700Bold.ttf'),
    ],
    defaultFontFamily: PICTURE_FONT,
  },
});

/**
 * An SVG as pixels, off the main thread. The rasteriser is loaded when it is first needed: where there is none for the
 * platform, this fails and the bot runs on.
 */
export async function rasterise(svg: string): Promise<Pixels> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, rasteriserOptions());
  return { width: image.width, height: image.height, rgba: image.pixels };
}
