package dev.ticketing.payments.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.mongodb.repository.MongoRepository;

/** All payments ever begun. */
public interface Payments extends MongoRepository<Payment, String> {

    Optional<Payment> findByOrderId(String orderId);

    Optional<Payment> findByStripeId(String stripeId);

    List<Payment> findByUserIdOrderByIdDesc(String userId, Limit limit);

    List<Payment> findByUserIdAndIdLessThanOrderByIdDesc(String userId, String id, Limit limit);

    List<Payment> findByCheckedAtLessThanEqualOrderByCheckedAt(Instant latest, Limit limit);
}
