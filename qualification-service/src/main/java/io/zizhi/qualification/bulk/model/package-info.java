/**
 * A bulk filing and its rows: the entities, their repositories, and their views. The contents of rows are stored
 * encrypted.
 */
@NullMarked
package io.zizhi.qualification.bulk.model;

import org.jspecify.annotations.NullMarked;
