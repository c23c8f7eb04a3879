/**
 * Injects faults into a running suite, repeatably. Each {@link io.zizhi.faults.suite.Fault} is injected, lasts for a
 * while and is healed; {@link io.zizhi.faults.nemesis.Nemesis} orders them by a seed.
 */
@NullMarked
package io.zizhi.faults.nemesis;

import org.jspecify.annotations.NullMarked;
