/**
 * Injects faults into a running suite, repeatably. Each {@link io.zizhi.faults.nemesis.Fault} is injected, kept up
 * for a while and healed; {@link io.zizhi.faults.nemesis.Nemesis} orders them by a seed. All links of the services
 * run through {@link io.zizhi.faults.nemesis.FaultProxy proxies}.
 *
 * <pre>
 *  driver ──front──▶ service ──link──▶ PostgreSQL | Kafka (a listener per service) | S3
 * </pre>
 */
@NullMarked
package io.zizhi.faults.nemesis;

import org.jspecify.annotations.NullMarked;
