package dev.ticketing.payments.order;

import org.springframework.data.repository.CrudRepository;

/** The replicas, by order id. */
public interface Orders extends CrudRepository<Order, String> {}
