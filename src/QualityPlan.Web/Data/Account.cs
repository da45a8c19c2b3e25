using Microsoft.AspNetCore.Identity;
using QualityPlan.Domain.People;

namespace QualityPlan.Web.Data;

/// <summary>帳號: a person who signs in. Its stamp changes whenever his sessions must end.</summary>
public sealed class Account : IdentityUser<int>
{
    public const int NameLength = 60;

    private readonly List<AccountRole> _roles = [];

    public Account(string userName, string displayName, IEnumerable<Role> roles, int? unitId)
        : base(userName.Trim())
    {
        NormalizedUserName = Normalize(userName);
        DisplayName = displayName.Trim();
        UnitId = unitId;
        IsActive = true;
        SetRoles(roles);
        EndSessions();
    }

    private Account() => DisplayName = "";

    public string DisplayName { get; private set; }

    public int? UnitId { get; private set; }

    public bool IsActive { get; private set; }

    /// <summary>The password was given by someone else and opens nothing but the page that changes it.</summary>
    public bool MustChangePassword { get; private set; }

    /// <summary>Made for the demonstration: has no password, signs in by one click, in Development only.</summary>
    public bool IsDemonstration { get; init; }

    public int Version { get; private set; }

    public IReadOnlyCollection<AccountRole> Roles => _roles;

    /// <summary>One way of writing a name for comparison; the same as Identity's.</summary>
    public static string Normalize(string userName) => userName.Trim().ToUpperInvariant();

    public Actor ToActor() => new(Id, DisplayName, _roles.Select(role => role.Role).ToHashSet(), UnitId);

    /// <summary>New roles or another unit end the sessions: nobody goes on with what he no longer has.</summary>
    public void Change(string displayName, IEnumerable<Role> roles, int? unitId)
    {
        DisplayName = displayName.Trim();
        var wanted = roles.ToHashSet();
        if (UnitId != unitId || !wanted.SetEquals(_roles.Select(role => role.Role)))
        {
            UnitId = unitId;
            SetRoles(wanted);
            EndSessions();
        }
        Version++;
    }

    public void Disable()
    {
        IsActive = false;
        EndSessions();
        Version++;
    }

    public void Enable()
    {
        IsActive = true;
        Version++;
    }

    public void SetPassword(string hash, bool mustChange)
    {
        PasswordHash = hash;
        MustChangePassword = mustChange;
        Unlock();
        EndSessions();
    }

    public void Unlock()
    {
        AccessFailedCount = 0;
        LockoutEnd = null;
        Version++;
    }

    public bool IsLockedAt(DateTime utcNow) => LockoutEnd is { } end && end.UtcDateTime > utcNow;

    private void EndSessions() => SecurityStamp = Guid.NewGuid().ToString("N");

    private void SetRoles(IEnumerable<Role> roles)
    {
        var wanted = roles.ToHashSet();
        _roles.RemoveAll(role => !wanted.Contains(role.Role));
        _roles.AddRange(wanted.Where(role => _roles.All(held => held.Role != role)).Select(role => new AccountRole(role)));
    }
}

/// <summary>One role of an account.</summary>
public sealed class AccountRole
{
    internal AccountRole(Role role) => Role = role;

    private AccountRole() { }

    public int Id { get; private set; }

    public int AccountId { get; private set; }

    public Role Role { get; private set; }
}
