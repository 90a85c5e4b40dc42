package dev.ticketing.simulator.world;

import java.util.function.Function;
import org.springframework.beans.factory.BeanFactory;

/** The services as those outside see them. */
interface Machines {

    /** Has an instance that is up do it, and returns its answer; none if it dies before. */
    Reply call(String service, Function<BeanFactory, Reply> work);
}
