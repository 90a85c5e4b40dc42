package dev.ticketing.bench;

import dev.ticketing.bench.measure.Sample;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A row with its samples, one for each round.
 *
 * @param busy rounds that started on a busy machine
 */
public record Result(String name, String what, String floor, List<Sample> ours, List<Sample> least, int busy) {

    /** CPU time of an operation of the suite by that of the floor in the same round, sorted. */
    List<Double> ratios() {
        return IntStream.range(0, ours.size())
                .mapToObj(
                        round -> ours.get(round).cpuMillis() / least.get(round).cpuMillis())
                .sorted()
                .toList();
    }

    /** The median of the ratios. */
    double ratio() {
        return median(ratios());
    }

    Result busier(int rounds) {
        return new Result(name, what, floor, ours, least, busy + rounds);
    }

    double median(List<Sample> samples, ToDoubleFunction<Sample> of) {
        return median(samples.stream().mapToDouble(of).sorted().boxed().toList());
    }

    static double median(List<Double> sorted) {
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }
}
