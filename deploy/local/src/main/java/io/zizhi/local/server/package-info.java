/**
 * The servers of a local installation: PostgreSQL, Kafka, S3 and OIDC, each a separate process on 127.0.0.1.
 *
 * <pre>
 * stopped ── launch ──▶ starting ── probe answers ──▶ ready ── stop: SIGTERM, at the end SIGKILL ──▶ stopped
 *                          └── process ends, or time is up ──▶ failure with the last lines of its log
 * </pre>
 */
@NullMarked
package io.zizhi.local.server;

import org.jspecify.annotations.NullMarked;
