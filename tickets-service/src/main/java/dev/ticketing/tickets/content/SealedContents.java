package dev.ticketing.tickets.content;

import org.springframework.data.repository.CrudRepository;

/** All contents, sealed. */
interface SealedContents extends CrudRepository<SealedContent, String> {}
