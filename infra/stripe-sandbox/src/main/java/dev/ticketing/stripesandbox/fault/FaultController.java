package dev.ticketing.stripesandbox.fault;

import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Configures faults of the API. */
@RestController
@RequestMapping("/_sandbox/faults")
class FaultController {

    private final Faults faults;

    FaultController(Faults faults) {
        this.faults = faults;
    }

    @PostMapping
    List<Fault> add(@RequestBody Fault fault) {
        faults.add(fault);
        return faults.all();
    }

    @GetMapping
    List<Fault> all() {
        return faults.all();
    }

    @DeleteMapping
    List<Fault> clear() {
        faults.clear();
        return faults.all();
    }
}
