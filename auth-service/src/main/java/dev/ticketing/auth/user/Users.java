package dev.ticketing.auth.user;

import java.util.Optional;
import org.springframework.data.mongodb.repository.MongoRepository;

/** All accounts. */
interface Users extends MongoRepository<User, String> {

    boolean existsByEmail(String email);

    Optional<User> findByEmail(String email);
}
