package io.zizhi.document.storage;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** The settings of this service; each is explained in {@code application.properties}. */
@ConfigMapping(prefix = "zizhi.documents")
public interface StorageSettings {

    String bucket();

    int maxUploads();

    int uploadsPerAccount();

    Duration uploadPatience();

    Duration uploadDeadline();

    Duration unreadDeadline();

    int maxViews();

    int viewsPerPerson();

    Duration viewPatience();

    Duration connectTimeout();

    Duration answerTimeout();

    Duration sweepEvery();

    Duration sweepDelay();

    Duration orphanAge();

    int sweepDays();
}
