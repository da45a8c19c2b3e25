namespace QualityPlan.Domain.People;

/// <summary>群組: a name such as 各單位 or 對外服務單位 that stands for several units, one box each.</summary>
public sealed class UnitGroup
{
    private readonly List<UnitGroupMember> _members = [];
    private readonly List<UnitGroupAlias> _aliases = [];

    public UnitGroup(string name, bool isEveryUnit)
    {
        Name = name.Trim();
        IsEveryUnit = isEveryUnit;
    }

    private UnitGroup() => Name = "";

    public int Id { get; private set; }

    public string Name { get; private set; }

    /// <summary>True for 各單位: every active department, whatever is listed.</summary>
    public bool IsEveryUnit { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyCollection<UnitGroupMember> Members => _members;

    public IReadOnlyCollection<UnitGroupAlias> Aliases => _aliases;

    public void Change(string name, bool isEveryUnit)
    {
        Name = name.Trim();
        IsEveryUnit = isEveryUnit;
        Version++;
    }

    /// <summary>Remembers another name of the group; a name it already has is left as it is.</summary>
    public void Learn(string alias)
    {
        if (UnitAlias.NewIn(_aliases.Select(known => known.Text), Name, alias) is { } text)
        {
            _aliases.Add(new UnitGroupAlias(text));
            Version++;
        }
    }

    public void Forget(string alias)
    {
        _aliases.RemoveAll(known => known.Text == alias);
        Version++;
    }

    public void SetMembers(IEnumerable<int> unitIds)
    {
        var wanted = unitIds.ToHashSet();
        _members.RemoveAll(member => !wanted.Contains(member.UnitId));
        foreach (var unitId in wanted.Where(id => _members.All(member => member.UnitId != id)))
        {
            _members.Add(new UnitGroupMember(unitId));
        }
        Version++;
    }
}

/// <summary>別名: another name under which a group appears in plans; unique in the library.</summary>
public sealed class UnitGroupAlias
{
    internal UnitGroupAlias(string text) => Text = text;

    private UnitGroupAlias() => Text = "";

    public int Id { get; private set; }

    public int UnitGroupId { get; private set; }

    public string Text { get; private set; }
}

/// <summary>One unit in a group.</summary>
public sealed class UnitGroupMember
{
    internal UnitGroupMember(int unitId) => UnitId = unitId;

    private UnitGroupMember() { }

    public int Id { get; private set; }

    public int UnitGroupId { get; private set; }

    public int UnitId { get; private set; }
}
