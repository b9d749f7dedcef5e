/** Words that a question to colleagues has around what is asked. They say nothing by themselves. */
const FILLER = new Set(
  `a about against am an and any are at be been beside by can compared could current currently did display do does doing
   done during each far fare faring figure figures find for from get give goal goals going good had has have how in is it
   its keep keeping kpi kpis let like look looking looks make making many meet meeting met hit hitting metric metrics much
   now number numbers of on over overview perform performance performed performing please pls result results scorecard
   see show so stand stands statistics stats summary target targets tell than thanks that the their them then there these
   they this those to under view want was well were what where which who why will with within would you your -`.split(
    /\s+/,
  ),
);
/** Such words together, in which a word would mean something alone: "show me" is of nobody. */
const PHRASES = new Set(
  `show me, show us, give me, give us, tell me, tell us, get me, get us, let me see, let us see, let me know, can i see,
   can i have, could i see, can we see, i want, i want to see, i need, i would like to see, we need, all the, all of the,
   all metrics, all figures, in time, on time`.split(/,\s+/),
);

export const isFiller = (said: string): boolean => FILLER.has(said) || PHRASES.has(said);
