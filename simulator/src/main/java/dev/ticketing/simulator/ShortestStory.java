package dev.ticketing.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Searches for fewer people and faults that break the same rule. Every omission changes all later chance, so each
 * smaller plan is tried with a few seeds derived from the first: the same failure has the same shortest story.
 */
final class ShortestStory {

    private static final int SEEDS_PER_PLAN = 25;
    private static final long NEXT_SEED = 1_000_003;
    private static final int[] PEOPLE = {1, 2, 3, 5, 10, 20, 40};
    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Pattern IDLE = Pattern.compile(
            "declares consumer|reads \\w+ \\{\"(outbox.recordedAt|checkedAt|waitingSince|status)\"|notes expiration:");
    private static final String VIOLATION = "VIOLATION";

    private final Simulation simulation;

    ShortestStory(Simulation simulation) {
        this.simulation = simulation;
    }

    /** The plan and the steps, one line each. */
    List<String> of(Plan failing) {
        var rules = rules(simulation.run(failing));
        var shortest = withFewFaults(withFewPeople(failing, rules), rules);
        var lines = new ArrayList<String>();
        lines.add("seed %d: %d buyer(s), %d ticket(s), faults: %s"
                .formatted(failing.seed(), shortest.buyers(), shortest.tickets(), shortest.faults()));
        lines.addAll(told(simulation.run(shortest.asStory())));
        return lines;
    }

    private Plan withFewPeople(Plan failing, Set<String> rules) {
        for (var buyers : PEOPLE) {
            for (var tickets : new int[] {1, 2, buyers}) {
                if (tickets <= buyers && buyers < failing.buyers()) {
                    var found = failing(failing.withPeople(buyers, tickets), rules);
                    if (found.isPresent()) {
                        return found.get();
                    }
                }
            }
        }
        return failing;
    }

    private Plan withFewFaults(Plan failing, Set<String> rules) {
        var shortest = failing;
        for (var fault : Fault.values()) {
            if (shortest.faults().contains(fault)) {
                shortest = failing(shortest.without(fault), rules).orElse(shortest);
            }
        }
        return shortest;
    }

    private Optional<Plan> failing(Plan plan, Set<String> rules) {
        for (var number = 0; number < SEEDS_PER_PLAN; number++) {
            var tried = plan.withSeed(plan.seed() + number * NEXT_SEED);
            var found = rules(simulation.run(tried));
            found.retainAll(rules);
            if (!found.isEmpty()) {
                return Optional.of(tried);
            }
        }
        return Optional.empty();
    }

    /** Violations without their ids and numbers. */
    private static Set<String> rules(Outcome outcome) {
        return outcome.violations().stream().map(ShortestStory::rule).collect(Collectors.toSet());
    }

    private static String rule(String violation) {
        var text = violation.lines().findFirst().orElse("");
        return NUMBER.matcher(ID.matcher(text).replaceAll("#")).replaceAll("#");
    }

    /** Up to the first violation, with short names for ids, and without tasks that only poll. */
    private static List<String> told(Outcome outcome) {
        var names = new HashMap<String, String>();
        var told = new ArrayList<String>();
        for (var line : outcome.story()) {
            if (!IDLE.matcher(line).find()) {
                told.add(ID.matcher(line)
                        .replaceAll(id -> Matcher.quoteReplacement(
                                names.computeIfAbsent(id.group(), unknown -> "#" + (names.size() + 1)))));
            }
            if (line.contains(VIOLATION)) {
                break;
            }
        }
        return told;
    }
}
