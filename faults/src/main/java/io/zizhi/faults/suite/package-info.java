/**
 * The suite under test, with the tools that disturb it and the records of what they did. All links of the services run
 * through {@link io.zizhi.faults.suite.FaultProxy proxies}, except those to the servers outside of the suite.
 *
 * <pre>
 *  driver ──front──▶ service ──link──▶ PostgreSQL | Kafka (a listener per service) | S3
 *                      service ──────────▶ SMS gateway, receivers of webhooks ({@code outside})
 * </pre>
 */
@NullMarked
package io.zizhi.faults.suite;

import org.jspecify.annotations.NullMarked;
