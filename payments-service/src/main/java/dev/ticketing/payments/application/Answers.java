package dev.ticketing.payments.application;

import org.springframework.data.mongodb.repository.MongoRepository;

/** The answers to requests with a key, of the last days. */
public interface Answers extends MongoRepository<Answer, String> {}
