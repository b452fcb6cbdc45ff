// Words of the BIP-39 list that stand together for other reasons than a seed phrase. Random words are seldom of
// one kind: more than half of twelve are of one of these by chance in fewer than one of 50,000 phrases.

// Words of sentences.
const SENTENCE = new Set(
  (
    "about above across again all almost already also always among another any around because become before behind " +
    "below between can come either else enough few find first give good great have help into just keep know leave " +
    "like little live make more move much must near need neither never next nothing now off often okay once one " +
    "only open other over own people please put real right same say since someone soon such sure tell thank that " +
    "then there they thing this thought three time today together try two under until update upon use used very " +
    "wait walk want way what when where will wish work world worry wrong year you"
  ).split(" "),
);
// Food and drink.
const MEAL = new Set(
  (
    "apple avocado bacon banana bean beef bread broccoli burger butter cabbage cake candy celery cereal cheese " +
    "cherry chicken cinnamon coconut coffee cook corn cream crisp dinner dish drink egg fish food fruit garlic " +
    "ginger grape grass honey juice ketchup kiwi lemon lobster lunch mango maple meat menu milk muffin mushroom " +
    "noodle nut oil olive onion orange oyster peanut pear pepper pizza potato pudding pumpkin rice salad salmon " +
    "salt sauce sausage shrimp snack soda soup spice steak sugar sweet syrup toast tomato tuna turkey walnut wheat " +
    "wine"
  ).split(" "),
);
// What the menus and pages of an exchange say.
const MENU = new Set(
  (
    "about access account address alert announce asset balance bid bonus business buyer cancel cash category chat " +
    "check claim client coin collect credit deposit detail display earn exchange fee file filter gift help history " +
    "home image index invest invite item join label language link list loan lock message mobile network news notice " +
    "number offer online option order page payment phone price primary private profit program project promote " +
    "public purchase report review reward rule save search section security sell service setup share sign stock " +
    "submit success supply swap switch system table term theme ticket token total trade transfer trend type update " +
    "upgrade verify version video view visit volume vote welcome"
  ).split(" "),
);
// Words that are also names or tickers of coins.
const COINS = new Set(
  (
    "alpha apple arena arrow art aunt banana bean bone boost bounce box brick cake cat cloud coin core cream cube " +
    "cycle dash diamond dose dragon dust earth edge energy fire fish flame fox frog front fun future galaxy gas " +
    "gift glass gold harvest hero horse ice jazz just key kite light link lion loop magic mask matrix melt mesh " +
    "metal moon multiply neutral night noble ocean omit one orbit orchard own oxygen people pepper planet power " +
    "push quick radar rally rare raven render ripple rocket safe salt sand satoshi shell shield silver skull snap " +
    "snow solar solid solution source space spell spider story sun super swap syrup table token tree trust turtle " +
    "uniform universe urban vault velvet venture virtual wave wink wolf zero zone"
  ).split(" "),
);

/** The kinds, and how many of twelve words a phrase has of each at most; more are no phrase. */
export const EVERYDAY = [
  { words: SENTENCE, most: 5 },
  { words: MEAL, most: 6 },
  { words: MENU, most: 6 },
  { words: COINS, most: 6 },
];
