import { figureTests } from './figure.mjs';

figureTests('placements', '/figures/placements', /Placeringer/);
