import { figureTests } from './figure.mjs';

figureTests('courses', '/figures/courses', /Forløb og udgifter/, { wrong: ['from', '20x'], costs: true });
