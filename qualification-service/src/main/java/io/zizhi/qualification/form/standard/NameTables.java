package io.zizhi.qualification.form.standard;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Loads the tables of confusable and invisible characters at startup. Loading takes a quarter of a second and would
 * otherwise block the event loop at the first name. A separate thread keeps it from delaying the startup.
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
        SignatureName.isValid("检测试验");
    }
}
