/**
 * Words of EFF's list that are not offered to somebody who is afraid: of threat, shame, pursuit, bodies, death, and words that
 * are used against people. 293 fewer of 7,776 cost 0.06 bits a word.
 */
export const harshWords: ReadonlySet<string> = new Set(
  `
    afraid agonize agonizing agony alienate angrily angriness anguished armed arrest ashamed autism autistic
    badass badland badly badness banish barricade battered battering bruising bully cage captivate captive
    captivity casket chain coerce crave crazy crook cruelly cruelness cruelty curse dagger danger daunting decay
    deceased defame defeat defection defective defile degraded degrading demeaning demeanor demote demotion deny
    deprive despair despise deviant diaper dirtiness disabled disgrace dismay disown dork dreaded dreadful drown
    dumping enslave escapable escapade escapist evict evil exes exile exposable expose exposure filth flirt
    fondling fool frighten frightful frisk gag geek gore graveness graves graveyard grief grievance grieving
    grievous grime griminess grimy groin grope grudge gullible gutless guts handcuff handgun harmful harsh hate
    haunt headless humiliate humped hurt immorally impure impurity jailbird jailbreak jailer jailhouse jeeringly
    kissable kisser kissing lunacy lurk lustfully lustily lustiness lusty mace maimed manhunt mating mocker
    mortuary mourner mournful nag obedience obedient obsessed obsession obsessive oppressed oppressor outcast
    overkill panic pelvis perish poison poser predator prison prowler prowling prude psychic punisher purge
    purging rage ravage reckless regretful remorse reproach repulsion repulsive resent retaliate revenge rotten
    ruined sadden sadly sadness scared scarily scariness scarring scary scolding scorn secrecy sedate sedation
    sedative seduce seducing severity shack shaky shame shivering shock shove shriek silenced silencer sinister
    skeleton slain slapping slashed slashing slimness slimy slit smasher smashing smirk smother snare sneak
    snitch spooky starved starving stench stinger stinging stinking stinky strangle struck struggle stung
    subdued sufferer suffering suffocate swear sweat tamper tarnish taunt theft thieving thievish thigh thong
    thrash threaten throbbing thwarting tragedy traitor trapped trapper trapping traps tremble trembling trouble
    troubling unclad unclothed uncover undead underwear undress unhappy unlovable unloved unlovely unloving
    unsafe unwanted unworthy unzip vengeful venomous villain violate violation violator widow womb worried
    worrier worrisome worry wound wrath wreckage wrecker wrecking zombie
  `
    .trim()
    .split(/\s+/u),
);
