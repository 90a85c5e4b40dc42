package dev.ticketing.expiration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
class ExpirationApplication {

    static void main(String[] args) {
        SpringApplication.run(ExpirationApplication.class, args);
    }
}
