namespace QualityPlan.Documents.Reading;

/// <summary>The check sum of zip files (polynomial 0xEDB88320), fed piece by piece.</summary>
internal struct Crc32()
{
    private static readonly uint[] Table = MakeTable();
    private uint state = uint.MaxValue;

    public readonly uint Value => ~state;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var crc = state;
        foreach (var b in bytes)
        {
            crc = Table[(crc ^ b) & 0xFF] ^ (crc >> 8);
        }

        state = crc;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? (value >> 1) ^ 0xEDB88320 : value >> 1;
            }

            table[i] = value;
        }

        return table;
    }
}
