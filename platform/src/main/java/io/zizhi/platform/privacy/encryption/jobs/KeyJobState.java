package io.zizhi.platform.privacy.encryption.jobs;

/** State of a job. */
public enum KeyJobState {
    /** In progress. */
    RUNNING,
    /** Done. */
    FINISHED
}
