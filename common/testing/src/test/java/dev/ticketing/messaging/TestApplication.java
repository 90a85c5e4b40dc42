package dev.ticketing.messaging;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The smallest service there is: one aggregate, one handler, a few routes. */
@SpringBootApplication
public class TestApplication {}
