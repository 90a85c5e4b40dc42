package dev.ticketing.payments.payment;

import org.springframework.data.mongodb.repository.MongoRepository;

/** The answers to requests with a key, of the last days. */
interface Answers extends MongoRepository<Answer, String> {}
