/**
 * The aggregates and their records: qualifications with their revisions, authorization letters, signatures, and what
 * happened to them. They change through their own verbs only; who may call these is decided by the rooms above.
 */
@NullMarked
package io.zizhi.qualification.model;

import org.jspecify.annotations.NullMarked;
