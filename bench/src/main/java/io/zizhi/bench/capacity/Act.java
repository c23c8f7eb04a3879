package io.zizhi.bench.capacity;

import io.zizhi.bench.site.Figures;

/**
 * One measured act, such as a submission.
 *
 * @param name name in the report
 * @param latency from the request to its response
 * @param usage usage per act, without what an idle suite uses
 */
record Act(String name, Figures latency, Usage usage) {}
