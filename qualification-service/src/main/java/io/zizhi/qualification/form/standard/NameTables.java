package io.zizhi.qualification.form.standard;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Reads the tables of confusable and invisible characters when the service starts: that takes a quarter of a second, for
 * which the first request with a name would hold an event loop. A thread of its own keeps it out of the start.
 */
@ApplicationScoped
class NameTables {

    void read(@Observes StartupEvent start) {
        Thread.ofPlatform().daemon().name("name-tables").start(NameTables::use);
    }

    private static void use() {
        WrittenName sample = new WrittenName("工商银行");
        sample.firstDeceptive();
        sample.skeleton();
    }
}
