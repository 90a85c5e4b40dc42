package dev.ticketing.simulator.world;

import dev.ticketing.simulator.Fault;
import dev.ticketing.simulator.Outcome;
import dev.ticketing.simulator.Plan;
import dev.ticketing.simulator.Simulation;
import dev.ticketing.suite.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The services on their machines, wired once; each plan gets a new world. */
public final class SimulatedSuite implements Simulation {

    private static final int INSTANCES = 2;
    private static final long STORM_MILLIS = 75_000;
    private static final double REDIS_LOSES_ALL = 0.3;

    private final Map<String, Broker.Stream> streams = new LinkedHashMap<>();
    private final List<ServiceInstance> instances = new ArrayList<>();

    public SimulatedSuite() {
        for (var number = 1; number <= INSTANCES; number++) {
            Service.all().stream()
                    .filter(service -> !service.listensTo().isEmpty())
                    .forEach(service -> instances.add(new ServiceInstance(service, streams)));
        }
    }

    @Override
    public Outcome run(Plan plan) {
        var world = new World(plan, streams);
        var run = new Run(world);
        var director = new Task(world, null, Thread.ofVirtual().name("director"), run::direct);
        world.scheduler.run(director);
        return new Outcome(
                world.counts.getOrDefault("lives", 0L).intValue(),
                world.scheduler.steps(),
                Duration.ofNanos(world.scheduler.now() * 1_000),
                Map.copyOf(world.counts),
                List.copyOf(world.violations),
                List.copyOf(world.story),
                world.fingerprint());
    }

    /** A world with its machines and people. */
    final class Run implements Machines {

        private final World world;
        private final Map<Machine, ServiceInstance> machines = new LinkedHashMap<>();
        private final People people;

        Run(World world) {
            this.world = world;
            this.people = new People(world, this);
            var number = 0;
            for (var instance : instances) {
                var machine = new Machine(instance.service(), 1 + number++ / (instances.size() / INSTANCES));
                machines.put(machine, instance);
                world.store(instance.service()).index(instance.uniqueIndexes());
            }
            world.stripe.webhooks = (id, type, intent) -> call(
                            "payments-service", endpoints -> endpoints.receive(id, type, intent))
                    .isSuccess();
        }

        void direct() {
            machines.keySet().forEach(this::boot);
            world.network(this::trouble);
            people.come();
            var end = world.scheduler.now() + STORM_MILLIS * 1_000;
            while (world.scheduler.now() < end || !people.areDone()) {
                world.pause(100_000);
                restart(false);
            }
            world.stormy = false;
            world.tell("world", () -> "no more faults from here on");
            restart(true);
            new AtRest(world, people).judge();
            world.scheduler.close(Task.current());
        }

        private void boot(Machine machine) {
            machine.up = true;
            machine.skewMicros = machine.service.equals("orders-service") ? 0 : world.chance.millis(-200, 200);
            machine.start(world, Thread.ofVirtual(), () -> machines.get(machine).boot());
        }

        /** Dead machines come back after a while. */
        private void restart(boolean atOnce) {
            for (var machine : machines.keySet()) {
                if (!machine.up && (atOnce || world.chance.in(0.05))) {
                    world.tell(machine.name, () -> "starts again");
                    boot(machine);
                }
            }
        }

        /** Faults that do not depend on a step. */
        private void trouble() {
            while (world.stormy) {
                world.pause(world.chance.millis(500, 5_000));
                if (world.happens(Fault.REDIS, 0.1)) {
                    if (world.chance.in(REDIS_LOSES_ALL)) {
                        world.redis.forget();
                    } else {
                        world.redis.evict();
                    }
                }
            }
        }

        @Override
        public Reply call(String service, Function<Endpoints, Reply> work) {
            var caller = Task.current();
            world.pause(world.chance.millis(0.2, 3));
            var up = machines.keySet().stream()
                    .filter(machine -> machine.up && machine.service.equals(service))
                    .toList();
            if (up.isEmpty()) {
                return Reply.NONE;
            }
            var machine = world.chance.of(up);
            var answer = new Answering(world, caller);
            machine.start(
                    world,
                    Thread.ofVirtual(),
                    () -> answer.by(() -> work.apply(machines.get(machine).endpoints())));
            return answer.await();
        }
    }
}
