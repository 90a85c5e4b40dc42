package dev.ticketing.k8s;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Rules for every overlay and every set of components. */
enum Rule {
    NOT_ROOT(PodRules::notRoot),
    RESTRICTED(PodRules::restricted),
    READ_ONLY_ROOT(PodRules::readOnlyRoot),
    OWN_ACCOUNT_WITHOUT_TOKEN(PodRules::ownAccountWithoutToken),
    NO_SERVICE_LINKS(PodRules::noServiceLinks),
    REQUESTS_AND_LIMITS(PodRules::requestsAndLimits),
    PROBES(PodRules::probes),
    PINNED_IMAGES(PodRules::pinnedImages),
    CURRENT_RELEASES(PodRules::currentReleases),
    READY_FOR_A_WHILE(PodRules::readyForAWhile),
    TIME_TO_DRAIN(PodRules::timeToDrain),
    DISRUPTION_BUDGETS(PodRules::disruptionBudgets),
    SPREAD(PodRules::spread),
    DATA_ON_VOLUMES(PodRules::dataOnVolumes),

    ONE_NAMESPACE(SuiteRules::oneNamespace),
    NAMESPACE_ENFORCES_RESTRICTED(SuiteRules::namespaceEnforcesRestricted),
    NO_SECRETS(SuiteRules::noSecrets),
    NO_LOAD_BALANCER(SuiteRules::noLoadBalancer),
    SERVICES_FIND_PODS(SuiteRules::servicesFindPods),
    WORKLOADS_SELECT_THEIR_OWN(SuiteRules::workloadsSelectTheirOwn),
    CONFIGURATION_EXISTS(SuiteRules::configurationExists),
    SECRETS_ARE_MADE(SuiteRules::secretsAreMade),
    SECRETS_ONLY_WHERE_NEEDED(SuiteRules::secretsOnlyWhereNeeded),
    EVERY_SETTING_IS_READ(SuiteRules::everySettingIsRead),
    EVERY_NEEDED_SETTING_IS_SET(SuiteRules::everyNeededSettingIsSet),
    ROUTES_ARE_THE_FRONT_DOORS(SuiteRules::routesAreTheFrontDoors),
    INGRESS_NEEDS_NOTHING_SPECIAL(SuiteRules::ingressNeedsNothingSpecial),
    AUTOSCALERS_SCALE(SuiteRules::autoscalersScale),

    METRICS_ARE_APART(NetworkRules::metricsAreApart),
    DEFAULT_IS_TO_DENY(NetworkRules::defaultIsToDeny),
    NAMES_ARE_RESOLVED(NetworkRules::namesAreResolved),
    ONLY_THE_ARROWS_OF_THE_PICTURE(NetworkRules::onlyTheArrowsOfThePicture),

    NOTHING_IS_SAID_IN_THE_CLEAR(EncryptionRules::nothingIsSaidInTheClear),

    DATABASE_PER_SERVICE(PlatformRules::databasePerService),
    DATABASES_ASK_WHO_IS_THERE(PlatformRules::databasesAskWhoIsThere),
    REPLICA_SETS_ARE_WHOLE(PlatformRules::replicaSetsAreWhole),
    BROKER_IS_REPLICATED(PlatformRules::brokerIsReplicated),
    BROKER_KNOWS_EVERYBODY(PlatformRules::brokerKnowsEverybody),
    TIMERS_ARE_PERSISTENT(PlatformRules::timersArePersistent);

    private final Function<Manifests, Stream<String>> check;

    Rule(Function<Manifests, Stream<String>> check) {
        this.check = check;
    }

    List<String> violations(Manifests manifests) {
        return check.apply(manifests).toList();
    }
}
