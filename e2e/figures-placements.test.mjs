import { figureTests } from './figure.mjs';

figureTests('placements', '/figures/placements', /Placeringer/, { wrong: ['on', '31-02-2022'] });
