package dev.ticketing.gifts;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
class GiftsApplication {

    static void main(String[] args) {
        SpringApplication.run(GiftsApplication.class, args);
    }
}
