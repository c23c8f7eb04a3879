/**
 * The aggregates and their records: qualifications with their revisions, authorization letters, signatures, and their
 * timelines. They change only through their own methods. The rooms above decide who may call these.
 */
@NullMarked
package io.zizhi.qualification.model;

import org.jspecify.annotations.NullMarked;
