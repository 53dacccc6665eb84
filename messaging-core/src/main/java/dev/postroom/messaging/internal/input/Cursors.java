package dev.postroom.messaging.internal.input;

import dev.postroom.messaging.model.Cursor;
import dev.postroom.messaging.model.InvalidException;
import dev.postroom.messaging.model.ThreadId;
import dev.postroom.messaging.spi.BoxQuery;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/**
 * Writes and reads cursors. A cursor contains a version, a hash of the query it belongs to, the place, and a checksum
 * over all of these. A damaged cursor, and a cursor of another query or mailbox, are refused. A cursor contains no
 * secret and grants no access, because the query that uses it is checked again.
 */
public final class Cursors {

    private static final byte VERSION = 1;
    private static final int HASH = 8;
    private static final int CHECK = 4;
    private static final int PLACE = 3 * Long.BYTES;
    private static final int SEQ = Long.BYTES;
    private static final long MICROS = 1_000_000;

    private final byte[] query;

    /**
     * Creates the cursors of one query.
     *
     * @param query the parts that identify the query; the same parts always identify the same query
     */
    public Cursors(Object... query) {
        PartsHash hash = new PartsHash();
        for (Object part : query) {
            hash.add(part.toString());
        }
        this.query = Arrays.copyOf(hash.bytes(), HASH);
    }

    /**
     * Writes a cursor.
     *
     * @param place the place of the last thread of a page
     * @return the cursor
     */
    public Cursor write(BoxQuery.Place place) {
        UUID id = place.thread().value();
        return sealed(ByteBuffer.allocate(PLACE)
                .putLong(micros(place.at()))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    /**
     * Reads a cursor that {@link #write(BoxQuery.Place)} wrote.
     *
     * @param cursor the cursor
     * @return the place
     * @throws InvalidException if it is damaged or belongs to another query
     */
    public BoxQuery.Place readPlace(Cursor cursor) {
        ByteBuffer place = ByteBuffer.wrap(opened(cursor, PLACE));
        return new BoxQuery.Place(instant(place.getLong()), ThreadId.of(new UUID(place.getLong(), place.getLong())));
    }

    /** Adds up seconds and nanoseconds: {@code ChronoUnit.MICROS.between} overflows in the year 2262. */
    private static long micros(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), MICROS), at.getNano() / 1_000);
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }

    /**
     * Writes a cursor.
     *
     * @param seq the first seq of the next page
     * @return the cursor
     */
    public Cursor write(long seq) {
        return sealed(ByteBuffer.allocate(SEQ).putLong(seq).array());
    }

    /**
     * Reads a cursor that {@link #write(long)} wrote.
     *
     * @param cursor the cursor
     * @return the seq
     * @throws InvalidException if it is damaged or belongs to another query
     */
    public long readSeq(Cursor cursor) {
        return ByteBuffer.wrap(opened(cursor, SEQ)).getLong();
    }

    private Cursor sealed(byte[] place) {
        byte[] body = ByteBuffer.allocate(1 + HASH + place.length)
                .put(VERSION)
                .put(query)
                .put(place)
                .array();
        byte[] whole = ByteBuffer.allocate(body.length + CHECK)
                .put(body)
                .put(checkSum(body))
                .array();
        return new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(whole));
    }

    private byte[] opened(Cursor cursor, int placeLength) {
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(cursor.value());
        } catch (IllegalArgumentException e) {
            throw damaged();
        }
        int bodyLength = 1 + HASH + placeLength;
        if (whole.length < 1 + HASH + CHECK || whole[0] != VERSION) {
            throw damaged();
        }
        byte[] body = Arrays.copyOf(whole, whole.length - CHECK);
        if (!Arrays.equals(checkSum(body), Arrays.copyOfRange(whole, body.length, whole.length))) {
            throw damaged();
        }
        if (body.length != bodyLength || !Arrays.equals(query, Arrays.copyOfRange(body, 1, 1 + HASH))) {
            throw new InvalidException("after", "is a cursor of another query; pass it to the query that returned it");
        }
        return Arrays.copyOfRange(body, 1 + HASH, bodyLength);
    }

    private static InvalidException damaged() {
        return new InvalidException("after", "is damaged, or not a cursor of this library");
    }

    private static byte[] checkSum(byte[] body) {
        return Arrays.copyOf(PartsHash.sha256().digest(body), CHECK);
    }
}
