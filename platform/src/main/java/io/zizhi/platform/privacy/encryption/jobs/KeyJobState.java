package io.zizhi.platform.privacy.encryption.jobs;

/** State of a job. */
public enum KeyJobState {
    /** In progress. */
    RUNNING,
    /** Done. */
    FINISHED,
    /** Given up by an operator. What it has done so far stays. */
    FAILED
}
