/**
 * Rules about the company and its certificate. They check the form of its data, the company register and the scan of
 * the company.
 */
@NullMarked
package io.zizhi.qualification.precheck.rule.company;

import org.jspecify.annotations.NullMarked;
